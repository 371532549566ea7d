package io.vigil.deploy.port;

/** Each port that Vigil listens on: its variable, its default and the part that it belongs to. */
public enum VigilPort {
  KAFKA("VIGIL_KAFKA_PORT", 9092, "kafka"),
  KAFKA_CONTROLLER("VIGIL_KAFKA_CONTROLLER_PORT", 9093, "kafka"),
  CASSANDRA("VIGIL_CASSANDRA_PORT", 9042, "cassandra"),
  CASSANDRA_STORAGE("VIGIL_CASSANDRA_STORAGE_PORT", 7000, "cassandra"),
  GATEWAY("VIGIL_GATEWAY_PORT", 8080, "dashboard-gateway"),
  GATEWAY_MANAGEMENT("VIGIL_GATEWAY_MANAGEMENT_PORT", 9080, "dashboard-gateway"),
  INGEST("VIGIL_INGEST_PORT", 8081, "ingest-api"),
  INGEST_MANAGEMENT("VIGIL_INGEST_MANAGEMENT_PORT", 9081, "ingest-api"),
  ALERT("VIGIL_ALERT_PORT", 8082, "alert-service"),
  ALERT_MANAGEMENT("VIGIL_ALERT_MANAGEMENT_PORT", 9082, "alert-service"),
  SINK("VIGIL_SINK_PORT", 8083, "storage-sink"),
  SINK_MANAGEMENT("VIGIL_SINK_MANAGEMENT_PORT", 9083, "storage-sink"),
  HAZELCAST("VIGIL_HAZELCAST_PORT", 5701, "storage-sink"),
  GENERATOR("VIGIL_GENERATOR_PORT", 8084, "generator-service"),
  GENERATOR_MANAGEMENT("VIGIL_GENERATOR_MANAGEMENT_PORT", 9084, "generator-service");

  private final String variable;
  private final int usual;
  private final String part;

  VigilPort(String variable, int usual, String part) {
    this.variable = variable;
    this.usual = usual;
    this.part = part;
  }

  public String variable() {
    return variable;
  }

  public int usual() {
    return usual;
  }

  public String part() {
    return part;
  }
}
