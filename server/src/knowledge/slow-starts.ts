/**
 * Images that their projects' own charts give a minute and more to start: jenkinsci/helm-charts (120 s), SonarSource/
 * helm-chart-sonarqube (270 s), codecentric/helm-charts:keycloakx (300 s), neo4j/helm-charts (5000 s), opensearch-project/
 * helm-charts (200 s), sonatype/nxrm3-ha-repository (1800 s), apache/solr-operator:controllers/util/solr_util.go (60 s).
 */
const charted = /^(?:jenkins|sonarqube|keycloak|neo4j|opensearch(?:-dashboards)?|nexus3|solr)$/;

/** Images of servers and applications on a JVM, which loads and compiles its classes while it starts. Source: their Dockerfiles. */
const onVirtualMachine =
  /^(?:elasticsearch|logstash|cassandra|kafka|cp-[a-z-]+|zookeeper|wildfly|tomcat|tomee|jetty|activemq(?:-artemis)?|open-?liberty|websphere-liberty|payara[a-z-]*|eclipse-temurin|openjdk|amazoncorretto|jre|jdk|java)$/;

/** It configures itself before it serves: gitlab-org/gitlab issue 207599. */
const configuring = /^gitlab-[ce]e$/;

/** Whether an image, by the last part of its name, is known to start slowly. */
export const startsSlowly = (name: string): boolean =>
  charted.test(name) || onVirtualMachine.test(name) || configuring.test(name);
