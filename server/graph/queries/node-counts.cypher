// How many nodes of each label the graph has.
MATCH (n:Jurisdiction) RETURN 'Jurisdiction' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Instrument) RETURN 'Instrument' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Provision) RETURN 'Provision' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Threshold) RETURN 'Threshold' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Condition) RETURN 'Condition' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Norm) RETURN 'Norm' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Clause) RETURN 'Clause' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Step) RETURN 'Step' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Evaluation) RETURN 'Evaluation' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Consequence) RETURN 'Consequence' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Funding) RETURN 'Funding' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Problem) RETURN 'Problem' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Metric) RETURN 'Metric' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Topic) RETURN 'Topic' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Role) RETURN 'Role' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Ledger) RETURN 'Ledger' AS label, count(n) AS nodes
