/** One statement that counts once the learner and the activity are real. */
export const sampleStatement = `{
  "actor": {
    "account": { "homePage": "https://nip.asn.go.id", "name": "198501012010011001" }
  },
  "verb": { "id": "http://adlnet.gov/expapi/verbs/completed" },
  "object": { "id": "https://platform.example/kursus/literasi-digital" },
  "result": { "completion": true, "duration": "PT7H30M" },
  "context": {
    "extensions": { "https://lan.go.id/xapi/extensions/certificate-number": "LD-2026-000123" }
  },
  "timestamp": "2026-03-14T09:30:00+07:00"
}`;

/** It, ready to send once key, secret and learner are filled in. */
export function sampleRequest(endpoint: string): string {
  return `curl "${endpoint}statements" \\
  --user "$KEY:$SECRET" \\
  --header "X-Experience-API-Version: 2.0.0" \\
  --header "Content-Type: application/json" \\
  --data '${sampleStatement.replaceAll('\n', '\n  ')}'`;
}
