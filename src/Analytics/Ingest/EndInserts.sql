-- Ends these inserts and waits until they have ended: all of an insert is stored, or nothing.
KILL QUERY WHERE query_id IN {ids:Array(String)} SYNC
