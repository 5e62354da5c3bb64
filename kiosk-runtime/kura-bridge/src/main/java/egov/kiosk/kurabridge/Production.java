package egov.kiosk.kurabridge;

import egov.kiosk.launcher.port.ProductionRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.crypto.CryptoService;

/**
 * Whether a kiosk may serve on a framework of others, where no launcher of ours refuses to start.
 * What is not called a laboratory is held to the rules of production. Stateless.
 */
public final class Production {
  /** Says what the kiosk is for; every package gives it a value. */
  static final String PROFILE = "upkeep.profile";

  private static final String LABORATORY = "laboratory";

  private Production() {}

  /** Whether it was said to be a laboratory. */
  public static boolean isLaboratory(Map<String, String> settings) {
    return LABORATORY.equals(settings.get(PROFILE));
  }

  /**
   * Why it may not serve.
   *
   * @param settings texts by component and attribute, all that the framework gave
   * @param crypto the framework's own service, or null while there is none
   * @return a sentence for each reason, with what to do and no value; empty when it may
   */
  public static List<String> complaints(Map<String, String> settings, CryptoService crypto) {
    if (isLaboratory(settings)) {
      return List.of();
    }
    if (!settings.containsKey(PROFILE)) {
      return List.of(
          "the framework gave no settings; if its key was changed, it cannot open its own"
              + " snapshots: give it the key they were sealed with, or set all pages anew from a"
              + " first snapshot; what the kiosk keeps is untouched");
    }
    List<String> complaints = new ArrayList<>(ProductionRules.complaints(settings));
    if (crypto != null && FrameworkKey.isPublished(crypto)) {
      complaints.add(
          "the framework seals settings under the key of its published source: give it one of its"
              + " own (org.eclipse.kura.core.crypto.secretKey, or the credential"
              + " kura_encryption_key), then type its secrets again");
    }
    return List.copyOf(complaints);
  }
}
