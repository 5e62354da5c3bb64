package egov.kiosk.enrolment.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.domain.enrolment.EnrolmentCode;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupException.Reason;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** What the page is told; that it works is shown with a desk and a browser in packaging/checks. */
class EnrollingComponentTest {
  private static final String ROOT = "ab".repeat(32);

  @TempDir Path data;
  private final String code = EnrolmentCode.draw(new SecureRandom()).typed();

  private EnrollingComponent enrolling(String platform, String authority, KioskKey key) {
    Map<String, String> own =
        Map.of(
            "directory",
            data.resolve("enrolment").toString(),
            "platform",
            platform,
            "authority",
            authority);
    EnrolmentConfiguration configuration =
        (EnrolmentConfiguration)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EnrolmentConfiguration.class},
                (proxy, method, given) -> own.get(method.getName()));
    return new EnrollingComponent(configuration, key, admin());
  }

  private ConfigurationAdmin admin() {
    Hashtable<String, Object> crypto = new Hashtable<>();
    crypto.put("kioskId", "zj-hz-000007");
    crypto.put("platformSignCn", "platform-sign");
    crypto.put("keyFile", data.resolve("keys/kiosk.key").toString());
    crypto.put("certificateFile", data.resolve("keys/kiosk.pem").toString());
    crypto.put("trustFile", data.resolve("keys/ca.pem").toString());
    crypto.put(
        "platformEncryptionCertificateFile", data.resolve("keys/platform-enc.pem").toString());
    Configuration one =
        answering(
            Configuration.class,
            name ->
                name.equals("getPid") ? "crypto" : name.equals("getProperties") ? crypto : null);
    return answering(
        ConfigurationAdmin.class,
        name -> name.equals("listConfigurations") ? new Configuration[] {one} : null);
  }

  private static <T> T answering(Class<T> type, java.util.function.Function<String, Object> of) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, given) -> of.apply(method.getName())));
  }

  private static KioskKey without(CryptoFault fault) {
    return () -> {
      throw new CryptoException(fault, "no key");
    };
  }

  private SetupException refused(EnrollingComponent desk, String typed, String at, String root) {
    return assertThrows(
        SetupException.class, () -> desk.enrol(typed, at, root, Duration.ofSeconds(20)));
  }

  private void assertAsks(String field, SetupException refused) {
    assertEquals(Reason.BAD_ANSWER, refused.reason());
    assertEquals(field, refused.detail());
    assertFalse(Files.exists(data.resolve("enrolment")), "nothing was begun");
  }

  @Test
  void whatIsMissing_isNamedBeforeAnythingIsBegun() throws Exception {
    EnrollingComponent bare = enrolling("", "", without(CryptoFault.FILE_UNREADABLE));
    assertAsks("code", refused(bare, code.substring(1), "127.0.0.1:1", ROOT));
    assertAsks("platform", refused(bare, code, "", ROOT));
    assertAsks("authority", refused(bare, code, "127.0.0.1:1", ""));
  }

  @Test
  void whatIsMistyped_isNamedBeforeAnythingIsBegun() {
    EnrollingComponent bare = enrolling("", "", without(CryptoFault.FILE_UNREADABLE));
    for (String at : List.of("desk", "desk:", ":8895", "desk:0", "desk:65536", "desk:99999")) {
      assertAsks("platform", refused(bare, code, at, ROOT));
    }
    for (String root : List.of(ROOT + "a", ROOT.substring(1), "g" + ROOT.substring(1))) {
      assertAsks("authority", refused(bare, code, "127.0.0.1:1", root));
    }
  }

  @Test
  void whatIsMisconfigured_isNamedBeforeAnythingIsBegun() {
    KioskKey none = without(CryptoFault.KEY_ABSENT);
    assertAsks("platform", refused(enrolling("desk:99999", ROOT, none), code, "", ""));
    assertAsks("authority", refused(enrolling("desk:1", ROOT + "a", none), code, "", ""));
  }

  @Test
  void digestInGroups_isTaken() throws Exception {
    EnrollingComponent desk = enrolling(outOfReach(), "", without(CryptoFault.KEY_ABSENT));
    String grouped = String.join(" ", ROOT.toUpperCase(Locale.ROOT).split("(?<=\\G.{8})"));
    assertEquals(Reason.PLATFORM_UNREACHABLE, refused(desk, code, "", grouped).reason());
  }

  private static String outOfReach() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:" + socket.getLocalPort();
    }
  }

  @Test
  void deskOutOfReach_saysSoAndTheCodeIsGoodStill() throws Exception {
    EnrollingComponent desk = enrolling(outOfReach(), ROOT, without(CryptoFault.KEY_ABSENT));
    SetupException refused = refused(desk, code, "", "");
    assertEquals(Reason.PLATFORM_UNREACHABLE, refused.reason());
    assertFalse(refused.toString().contains(code), refused.toString());
  }

  @Test
  void enrolled_onlyWithAKey() {
    assertFalse(enrolling("", "", without(CryptoFault.FILE_UNREADABLE)).enrolled());
    assertFalse(enrolling("", "", without(CryptoFault.KEY_ABSENT)).enrolled());
    assertTrue(enrolling("", "", without(CryptoFault.DEVICE_ABSENT)).enrolled());
  }
}
