package egov.kiosk.checks.kura.sample;

import java.util.Map;
import java.util.TreeMap;

/** A component as all of ours are: it knows of no framework but the standard one. */
public final class Sample {
  /** Begins with its settings. */
  public void activate(Map<String, Object> settings) {
    tell("activated", settings);
  }

  /** Takes other settings. */
  public void modified(Map<String, Object> settings) {
    tell("modified", settings);
  }

  /** The test has other copies of this class: what is told goes where all copies see it. */
  private static void tell(String what, Map<String, Object> settings) {
    Map<String, Object> own = new TreeMap<>(settings);
    own.keySet().retainAll(java.util.Set.of("greeting", "seconds", "word"));
    System.setProperty("sample.told", System.getProperty("sample.told", "") + what + own + "\n");
  }
}
