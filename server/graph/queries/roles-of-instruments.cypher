// What each instrument calls those it gives a part to.
MATCH (i:Instrument)-[n:NAMES]->(r:Role)
WHERE i.id IN $ids
RETURN
  i.id AS instrument,
  r.key AS `key`,
  n.name AS name,
  n.aliases AS aliases,
  n.kind AS kind
ORDER BY instrument, n.`position`
