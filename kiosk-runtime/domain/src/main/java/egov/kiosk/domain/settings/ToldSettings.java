package egov.kiosk.domain.settings;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a component was configured with. Frameworks tell a component its settings again when nothing
 * changed; only another answer of {@link #same} is a reason to begin anew. Immutable.
 */
public final class ToldSettings {
  private final Map<String, Object> values;

  /**
   * @param values as the framework told them; not written to afterwards
   */
  public ToldSettings(Map<String, Object> values) {
    this.values = new TreeMap<>(values);
  }

  /** Whether all values are equal, those of lists one by one. */
  public boolean same(ToldSettings other) {
    return values.keySet().equals(other.values.keySet())
        && values.entrySet().stream()
            .allMatch(one -> Objects.deepEquals(one.getValue(), other.values.get(one.getKey())));
  }
}
