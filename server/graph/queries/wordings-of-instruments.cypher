// The own words of every provision of each instrument, in text order.
MATCH (i:Instrument)-[:CONTAINS]->(p:Provision)
WHERE i.id IN $ids
RETURN
  p.id AS id,
  p.instrument AS instrument,
  p.wording AS wording,
  p.`position` AS `position`
ORDER BY instrument, `position`
