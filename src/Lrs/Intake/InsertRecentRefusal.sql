-- Keeps one refusal by itself, without anything the request held.
INSERT INTO recent_refusals (provider, refused_at, request, status, code, path, rule, statement_index)
VALUES (@Provider, @RefusedAt, @Request, @Status, @Code, @Path, @Rule, @StatementIndex)
