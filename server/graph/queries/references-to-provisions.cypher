// References to each provision from its own text.
MATCH (s:Instrument|Provision)-[r:REFERS_TO]->(t:Provision)
WHERE r.instrument IN $instruments AND t.id IN $ids
RETURN
  r.id AS id,
  r.instrument AS instrument,
  CASE WHEN s.id = r.instrument THEN null ELSE s.id END AS provision,
  coalesce(s.pinpoint, '') AS pinpoint,
  r.`start` AS `start`,
  r.`end` AS `end`,
  r.quote AS quote,
  null AS title,
  null AS docNumber,
  null AS relation,
  1 AS candidates,
  'internal' AS scope,
  t.`number` AS article,
  t.instrument AS targetInstrument,
  true AS targetHeld,
  t.id AS targetProvision
ORDER BY instrument, `start`, id
