/**
 * Programs that start a virtual machine or an interpreter with much to load before they ask anything: more than a second on
 * most machines. Sources: apache/cassandra:bin/nodetool, apache/kafka:bin/kafka-run-class.sh, elastic/elasticsearch:
 * distribution/src/bin, neo4j cypher-shell, wildfly bin/jboss-cli.sh, keycloak bin/kcadm.sh (all a JVM);
 * rabbitmq/rabbitmq-server:deps/rabbitmq_cli (an Erlang escript); mongodb-js/mongosh (Node.js); cqlsh, gcloud, az (Python).
 */
const slow =
  /^(?:java|nodetool|cqlsh|cypher-shell|mongosh|rabbitmqctl|rabbitmq-(?:diagnostics|queues|plugins)|kafka-[a-z-]+(?:\.sh)?|jcmd|jstat|kcadm\.sh|jboss-cli\.sh|elasticsearch-[a-z-]+|gcloud|az)$/;

/** Programs that answer in a second while the container has a CPU to itself, and not when it is throttled. */
const hasty =
  /^(?:python(?:\d(?:\.\d+)?)?|node|ruby|php|perl|mysql(?:admin)?|mariadb(?:-admin)?|psql|mongo|kubectl|curl|wget|redis-cli|valkey-cli)$/;

/** How likely a program takes longer than a second from its start to its answer; `undefined` when nothing is known. */
export const startUpOf = (program: string): 'slow' | 'hasty' | undefined =>
  slow.test(program) ? 'slow' : hasty.test(program) ? 'hasty' : undefined;
