package egov.kiosk.domain.health;

import java.util.Map;

/**
 * Numbers a room knows of itself, for the kiosk's measurements (指标). Offered as a service by the
 * room that counts; telemetry gathers them. Without personal data, and with labels whose values are
 * few and known. Safe for use by several threads.
 */
public interface Figures {
  /**
   * The numbers of now by name, named as OpenMetrics names them, with {@code kiosk_} before and
   * labels behind, e.g. {@code kiosk_print_pages_total{kind="slip"}}. What is not known now is left
   * out. Never waits for a device or a line, and never throws.
   */
  Map<String, Number> figures();
}
