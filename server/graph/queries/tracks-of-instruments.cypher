// The tracks that each text tells apart, in the order of the text.
MATCH (i:Instrument)-[:CONTAINS]->(p:Provision)-[:SETS|HAS_CLAUSE]->(f:Threshold|Clause)
WHERE i.id IN $ids AND f.track IS NOT NULL
WITH i.id AS instrument, f.track AS track, min(f.`start`) AS `position`
RETURN instrument, track, `position`
ORDER BY instrument, `position`
