// References from other documents to each provision, an article.
UNWIND $ids AS wanted
MATCH (a:Provision {id: wanted, kind: 'article'})<-[:CONTAINS]-(t:Instrument)<-[r:POINTS_INTO]-(s:Instrument|Provision)
WHERE r.article = a.`number` AND r.instrument <> t.id
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
