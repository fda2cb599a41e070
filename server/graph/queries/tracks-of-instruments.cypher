// The tracks that each text tells apart, in the order of the text.
UNWIND $ids AS wanted
MATCH (i:Instrument {id: wanted})-[:CONTAINS]->(p:Provision)-[:SETS|HAS_CLAUSE]->(f:Threshold|Clause)
WHERE f.track IS NOT NULL
WITH i.id AS instrument, f.track AS track, min(f.`start`) AS first
RETURN instrument, track
ORDER BY instrument, first
