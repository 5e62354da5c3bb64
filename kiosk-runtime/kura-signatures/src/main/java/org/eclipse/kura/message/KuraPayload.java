package org.eclipse.kura.message;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named values. */
public class KuraPayload {
  private final Map<String, Object> metrics = new LinkedHashMap<>();
  private Date timestamp;

  /** When. */
  public void setTimestamp(Date timestamp) {
    this.timestamp = timestamp;
  }

  /** When. */
  public Date getTimestamp() {
    return timestamp;
  }

  /** One value: text, number or truth. */
  public void addMetric(String name, Object value) {
    metrics.put(name, value);
  }

  /** All of them. */
  public Map<String, Object> metrics() {
    return metrics;
  }
}
