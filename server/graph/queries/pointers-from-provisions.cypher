// References of each provision itself to places of other documents, or to places its own text does not have.
MATCH (s:Provision)-[r:POINTS_INTO]->(t:Instrument)
WHERE r.instrument IN $instruments AND s.id IN $ids
OPTIONAL MATCH (t)-[:CONTAINS]->(a:Provision {kind: 'article', `number`: r.article})
RETURN
  r.id AS id,
  r.instrument AS instrument,
  CASE WHEN s.id = r.instrument THEN null ELSE s.id END AS provision,
  coalesce(s.pinpoint, '') AS pinpoint,
  r.`start` AS `start`,
  r.`end` AS `end`,
  r.quote AS quote,
  r.title AS title,
  r.docNumber AS docNumber,
  null AS relation,
  r.candidates AS candidates,
  r.scope AS scope,
  r.article AS article,
  t.id AS targetInstrument,
  t.held AS targetHeld,
  a.id AS targetProvision
ORDER BY instrument, `start`, id
