// What each instrument calls those it gives a part to.
UNWIND $ids AS wanted
MATCH (i:Instrument {id: wanted})-[n:NAMES]->(r:Role)
RETURN
  i.id AS instrument,
  r.key AS `key`,
  n.name AS name,
  n.aliases AS aliases,
  n.kind AS kind
ORDER BY instrument, n.`position`
