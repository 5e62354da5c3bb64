package egov.kiosk.enrolment.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.domain.upkeep.Enrolling;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupException.Reason;
import egov.kiosk.enrolment.tool.EnrolmentTool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enrols from the technician's page, on a machine that has no identity yet; a machine that has one
 * is left to {@code kiosk enrol}, because its keys are in use.
 */
@Component(
    name = "enrolling",
    configurationPid = "enrolment",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    service = Enrolling.class)
public final class EnrollingComponent implements Enrolling {
  private static final Logger LOG = LoggerFactory.getLogger(EnrollingComponent.class);
  private static final Set<String> COMPONENTS = Set.of("crypto", "custody", "enrolment");
  private static final int REFUSED = 3;

  private final KioskKey key;
  private final ConfigurationAdmin admin;
  private final EnrolmentConfiguration configuration;

  /** Opens nothing. */
  @Activate
  public EnrollingComponent(
      EnrolmentConfiguration configuration,
      @Reference KioskKey key,
      @Reference ConfigurationAdmin admin) {
    this.configuration = configuration;
    this.key = key;
    this.admin = admin;
  }

  @Override
  public boolean enrolled() {
    try {
      key.signing();
      return true;
    } catch (CryptoException e) {
      return switch (e.fault()) {
        case FILE_UNREADABLE, KEY_ABSENT -> false;
        default -> true;
      };
    }
  }

  @Override
  public synchronized void enrol(String code, String platform, String authority, Duration timeout)
      throws SetupException {
    List<String> words =
        new ArrayList<>(List.of("enrol", "--workplace", configuration.directory()));
    String desk = platform.isEmpty() ? configuration.platform() : platform;
    words.addAll(List.of("--platform", desk, "--machine", "", "--transfer", "no", "--code", code));
    String pin = authority.isEmpty() ? configuration.authority() : authority;
    if (!pin.isBlank()) {
      words.addAll(List.of("--authority", pin));
    }
    words.addAll(settings());
    // What the tool says names files and addresses, never the code.
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int result = new EnrolmentTool().run(out, out, words.toArray(new String[0]));
    if (result != 0) {
      LOG.warn("enrolment from the page: {}", said.toString().strip().replace('\n', ' '));
      throw new SetupException(
          switch (result) {
            case REFUSED -> Reason.CODE_REFUSED;
            case 2 -> Reason.BAD_ANSWER;
            default -> Reason.PLATFORM_UNREACHABLE;
          },
          result == 2 ? "code" : "");
    }
  }

  private List<String> settings() throws SetupException {
    List<String> words = new ArrayList<>();
    try {
      Configuration[] all = admin.listConfigurations(null);
      for (Configuration one : all == null ? new Configuration[0] : all) {
        if (COMPONENTS.contains(one.getPid()) && one.getProperties() != null) {
          for (String name : Collections.list(one.getProperties().keys())) {
            Object value = one.getProperties().get(name);
            String text = value instanceof String[] many ? String.join(",", many) : "" + value;
            words.addAll(List.of("--set", one.getPid() + "." + name + "=" + text));
          }
        }
      }
      return words;
    } catch (IOException | InvalidSyntaxException e) {
      throw new SetupException(Reason.NO_ENROLMENT, "");
    }
  }
}
