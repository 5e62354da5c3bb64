package egov.kiosk.custody.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.custody.token.KeyUse;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class CustodyComponentTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Map<String, Object> values =
      new HashMap<>(
          Map.of(
              "kind", "skf",
              "library", "/nowhere/libskf.so",
              "pinFile", "/nowhere/kiosk.pin",
              "skfApplication", "KIOSK",
              "skfContainer", "kiosk"));

  private CustodySettings settings() {
    return CustodySettings.of(Configured.with(values));
  }

  private void refused(String what) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, this::settings);
    assertTrue(refused.getMessage().contains(what), refused.getMessage());
  }

  @Test
  void settings_defaults_putTheMemoryBesideThePin() {
    assertEquals(Path.of("/nowhere/kiosk.pin.refused"), settings().options().refusedFile());
    assertEquals(Duration.ofSeconds(5), settings().options().timeout());
    assertTrue(settings().options().certificates().files().isEmpty());
    assertEquals(CustodyKind.SKF, settings().driver().description().kind());
  }

  @Test
  void settings_ofEachKind_takeWhatTheyNeedAndSayWhatIsMissing() {
    values.put("kind", "sdf");
    refused("signingCertificateFile");
    values.put("signingCertificateFile", "/nowhere/sign.pem");
    assertEquals(CustodyKind.SDF, settings().driver().description().kind());
    assertTrue(settings().options().certificates().files().containsKey(KeyUse.SIGN));
    values.put("kind", "pkcs11");
    refused("pkcs11SignLabel");
    values.put("pkcs11SignLabel", "kiosk");
    refused("pkcs11SignMechanism");
    values.put("pkcs11SignMechanism", "hello");
    refused("0x80008100");
    values.put("pkcs11SignMechanism", "0x80008100");
    assertEquals(CustodyKind.PKCS11, settings().driver().description().kind());
  }

  @Test
  void settings_kindFileOrUnknown_refused() {
    values.put("kind", "file");
    refused("kind is pkcs11, skf or sdf");
    values.put("kind", "tpm");
    refused("kind is pkcs11, skf or sdf");
    values.put("kind", "skf");
    values.put("skfContainer", "");
    refused("container");
    values.put("pinFile", "");
    refused("pinFile");
  }

  @Test
  void check_libraryMissing_failsForATechnicianAndClosesQuickly() {
    ConfiguredCustody component = new ConfiguredCustody(settings());
    try {
      Finding finding = component.check(SECOND);
      assertEquals("key-custody", finding.name());
      assertEquals(Level.FAIL, finding.level());
      assertEquals(Actor.TECHNICIAN, finding.actor());
      assertTrue(finding.what().contains("/nowhere/libskf.so"), finding.what());
      assertTrue(finding.advice().contains("library"), finding.advice());
      CryptoException refused = assertThrows(CryptoException.class, component::signing);
      assertEquals(CryptoFault.LIBRARY_UNUSABLE, refused.fault());
      assertThrows(CryptoException.class, component::opening);
    } finally {
      component.close();
    }
  }

  /** Crypto takes keys anew when they are offered anew: a device is not opened for nothing. */
  @Test
  void sameSettingsToldAgain_offersNothingAnew_othersDo() {
    List<String> seen = new ArrayList<>();
    ServiceRegistration<?> offer =
        fake(ServiceRegistration.class, (self, method, with) -> note(seen, method.getName()));
    BundleContext context =
        fake(
            BundleContext.class,
            (self, method, with) -> {
              note(seen, method.getName());
              return offer;
            });
    CustodyComponent component =
        new CustodyComponent(context, Configured.with(values), Map.copyOf(values));
    component.modified(Configured.with(values), Map.copyOf(values));
    assertEquals(List.of("registerService"), seen);
    values.put("skfContainer", "another");
    component.modified(Configured.with(values), Map.copyOf(values));
    component.deactivate();
    assertEquals(List.of("registerService", "unregister", "registerService", "unregister"), seen);
  }

  private static Object note(List<String> seen, String name) {
    seen.add(name);
    return null;
  }

  private static <T> T fake(Class<T> type, InvocationHandler answers) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
  }
}
