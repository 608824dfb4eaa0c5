/**
 * Programs that start a virtual machine or an interpreter with much to load before they ask anything: more than a second on
 * most machines. Sources: rabbitmq.com/docs/monitoring (health checks by CLI tools), cassandra nodetool (JVM), docs.mongodb.com
 * mongosh (Node.js), kafka bin/kafka-run-class.sh (JVM), cqlsh (Python).
 */
const slow =
  /^(?:java|nodetool|cqlsh|cypher-shell|mongosh|rabbitmqctl|rabbitmq-(?:diagnostics|queues|plugins)|kafka-[a-z-]+(?:\.sh)?|jcmd|jstat|kcadm\.sh|jboss-cli\.sh|elasticsearch-[a-z-]+|gcloud|az)$/;

/** Programs that answer in a second while the container has a CPU to itself, and not when it is throttled. */
const hasty =
  /^(?:python(?:\d(?:\.\d+)?)?|node|ruby|php|perl|mysql(?:admin)?|mariadb(?:-admin)?|psql|mongo|kubectl|curl|wget|redis-cli|valkey-cli)$/;

/** How likely a program takes longer than a second from its start to its answer; `undefined` when nothing is known. */
export const startUpOf = (program: string): 'slow' | 'hasty' | undefined =>
  slow.test(program) ? 'slow' : hasty.test(program) ? 'hasty' : undefined;

/** Images of applications on a JVM, and others known to take a minute to start. Each project's own charts give them startup probes of minutes. */
const slowImages =
  /^(?:elasticsearch|opensearch|logstash|keycloak|cassandra|neo4j|solr|kafka|cp-[a-z-]+|zookeeper|jenkins|nexus3|sonarqube|wildfly|tomcat|tomee|jetty|activemq(?:-artemis)?|gitlab-[ce]e|open-?liberty|websphere-liberty|payara[a-z-]*|eclipse-temurin|openjdk|amazoncorretto|jre|jdk|java)$/;

/** Whether an image, by the last part of its name, is known to start slowly. */
export const startsSlowly = (name: string): boolean => slowImages.test(name);
