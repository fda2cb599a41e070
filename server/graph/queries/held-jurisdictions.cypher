// Jurisdictions that have a held instrument, with how many; national first.
MATCH (j:Jurisdiction)-[:ENACTS]->(i:Instrument {held: true})
RETURN
  j.id AS id,
  j.name AS name,
  j.nameEn AS nameEn,
  j.abbreviation AS abbreviation,
  j.level AS level,
  j.parent AS parent,
  count(i) AS instruments
ORDER BY CASE level WHEN 'national' THEN 0 ELSE 1 END, id
