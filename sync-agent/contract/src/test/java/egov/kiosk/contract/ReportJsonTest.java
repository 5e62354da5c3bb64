package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportJsonTest {
  private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");
  private final Schemas schemas = new Schemas();

  private static byte[] metrics(String name) {
    return ReportJson.write(
        "metrics", "lab-000001", AT, Map.of("seconds", 300, "values", Map.of(name, 2)));
  }

  @Test
  void report_isCanonicalAndHasItsHead() {
    assertEquals(
        "{\"at\":\"2026-11-22T08:00:00Z\",\"kind\":\"metrics\",\"kioskId\":\"lab-000001\","
            + "\"seconds\":300,\"values\":{\"kiosk_alarms\":2},\"version\":1}",
        new String(metrics("kiosk_alarms"), StandardCharsets.UTF_8));
    assertEquals(List.of(), schemas.errors("event", ReportJson.heartbeat()));
  }

  @Test
  void metricNames_asOpenMetricsWritesThem_valid() {
    for (String name :
        List.of("kiosk_queue_bytes", "kiosk_tx_total{item=\"a-1\",result=\"accepted\"}")) {
      assertEquals(List.of(), schemas.errors("metrics", metrics(name)));
    }
  }

  @Test
  void metricNames_others_refused() {
    for (String name :
        List.of("queue.bytes", "kiosk_Queue", "kiosk_tx_total{item=\"张三\"}", "kiosk_x{}")) {
      assertFalse(schemas.errors("metrics", metrics(name)).isEmpty(), name);
    }
  }
}
