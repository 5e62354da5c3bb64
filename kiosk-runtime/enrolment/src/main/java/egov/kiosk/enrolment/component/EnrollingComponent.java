package egov.kiosk.enrolment.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.domain.enrolment.EnrolmentCode;
import egov.kiosk.domain.upkeep.Enrolling;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupException.Reason;
import egov.kiosk.enrolment.tool.EnrolmentTool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Set<String> COMPONENTS = Set.of("crypto", "custody");
  private static final Pattern DESK = Pattern.compile(".+:([1-9][0-9]{0,4})");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern KIOSK = Pattern.compile("[a-z0-9-]{1,32}");
  private static final int MISUNDERSTOOD = 2;
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
  public boolean believes() {
    try {
      return isDigest(configuration.authority()) || believesSomebody(settings());
    } catch (SetupException e) {
      return false;
    }
  }

  @Override
  public String platform() {
    return namesADesk(configuration.platform()) ? configuration.platform() : "";
  }

  @Override
  public synchronized void enrol(Wish wish, Duration timeout) throws SetupException {
    Map<String, String> settings = settings();
    String desk = wish.platform().isEmpty() ? configuration.platform() : wish.platform();
    String pin = wish.authority().isEmpty() ? configuration.authority() : wish.authority();
    demand(EnrolmentCode.parse(wish.code()).isPresent(), "code");
    // Whether it was typed or configured: the tool would refuse it too, but not say which it was.
    demand(namesADesk(desk), "platform");
    demand(pin.isBlank() ? believesSomebody(settings) : isDigest(pin), "authority");
    if (!wish.kioskId().isEmpty()) {
      demand(KIOSK.matcher(wish.kioskId()).matches(), "kioskId");
      settings.put("crypto.kioskId", wish.kioskId());
    }
    List<String> words =
        new ArrayList<>(List.of("enrol", "--workplace", configuration.directory()));
    words.addAll(List.of("--platform", desk, "--code", wish.code()));
    words.addAll(List.of("--patience", Long.toString(Math.max(1, timeout.toSeconds()))));
    if (!pin.isBlank()) {
      words.addAll(List.of("--authority", pin));
    }
    settings.forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
    // What the tool says names files and addresses, never the code.
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int result =
        new EnrolmentTool(wish.proved()::proved).run(out, out, words.toArray(new String[0]));
    if (result != 0) {
      LOG.warn("enrolment from the page: {}", said.toString().strip().replace('\n', ' '));
      throw new SetupException(
          switch (result) {
            case REFUSED -> Reason.CODE_REFUSED;
            case MISUNDERSTOOD -> Reason.NO_ENROLMENT;
            default -> Reason.PLATFORM_UNREACHABLE;
          },
          "");
    }
  }

  private static void demand(boolean given, String field) throws SetupException {
    if (!given) {
      throw new SetupException(Reason.BAD_ANSWER, field);
    }
  }

  private static boolean namesADesk(String text) {
    Matcher matcher = DESK.matcher(text);
    return matcher.matches() && Integer.parseInt(matcher.group(1)) <= 65_535;
  }

  /** SM3 (GB/T 32905-2016) is 64 hexadecimal digits; a sheet may have them in groups. */
  private static boolean isDigest(String text) {
    return DIGEST.matcher(text.replaceAll("[ :-]", "")).matches();
  }

  /** A root that is believed already need not be typed. */
  private static boolean believesSomebody(Map<String, String> settings) {
    String trust = settings.getOrDefault("crypto.trustFile", "");
    return !trust.isBlank() && Files.exists(Path.of(trust));
  }

  private Map<String, String> settings() throws SetupException {
    Map<String, String> settings = new TreeMap<>();
    try {
      Configuration[] all = admin.listConfigurations(null);
      for (Configuration one : all == null ? new Configuration[0] : all) {
        if (COMPONENTS.contains(one.getPid()) && one.getProperties() != null) {
          for (String name : Collections.list(one.getProperties().keys())) {
            Object value = one.getProperties().get(name);
            settings.put(
                one.getPid() + "." + name,
                value instanceof String[] many ? String.join(",", many) : "" + value);
          }
        }
      }
      return settings;
    } catch (IOException | InvalidSyntaxException e) {
      throw new SetupException(Reason.NO_ENROLMENT, "");
    }
  }
}
