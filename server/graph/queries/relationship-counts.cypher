// How many relationships of each kind the graph has.
MATCH ()-[r:ENACTS]->() RETURN 'ENACTS' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:CONTAINS]->() RETURN 'CONTAINS' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:HAS_PART]->() RETURN 'HAS_PART' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:SETS]->() RETURN 'SETS' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:MEASURES]->() RETURN 'MEASURES' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:REQUIRES]->() RETURN 'REQUIRES' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:HAS_OPERAND]->() RETURN 'HAS_OPERAND' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:STATES]->() RETURN 'STATES' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:BINDS]->() RETURN 'BINDS' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:NAMES]->() RETURN 'NAMES' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:HAS_CLAUSE]->() RETURN 'HAS_CLAUSE' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:SPEAKS_OF]->() RETURN 'SPEAKS_OF' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:HAS_STEP]->() RETURN 'HAS_STEP' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:DONE_BY]->() RETURN 'DONE_BY' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:HAS_EVALUATION]->() RETURN 'HAS_EVALUATION' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:LEADS_TO]->() RETURN 'LEADS_TO' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:STATES_CONSEQUENCE]->() RETURN 'STATES_CONSEQUENCE' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:GRANTS]->() RETURN 'GRANTS' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:RAISES]->() RETURN 'RAISES' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:CITES]->() RETURN 'CITES' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:REFERS_TO]->() RETURN 'REFERS_TO' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:POINTS_INTO]->() RETURN 'POINTS_INTO' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:REPEALS]->() RETURN 'REPEALS' AS name, count(r) AS relationships
UNION ALL
MATCH ()-[r:BASED_ON]->() RETURN 'BASED_ON' AS name, count(r) AS relationships
