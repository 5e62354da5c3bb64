package egov.kiosk.crypto.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.KeyFiles;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CryptoSettingsTest {
  private final Map<String, Object> values =
      new HashMap<>(
          Map.of(
              "kioskId", "zj-hz-000001",
              "keyFile", "/keys/kiosk.key",
              "certificateFile", "/keys/kiosk.pem",
              "trustFile", "/trust/ca.pem",
              "platformSignCn", "platform-sign",
              "platformEncryptionCertificateFile", "/keys/platform.pem"));

  private CryptoSettings settings() {
    return CryptoSettings.of(
        (CryptoConfiguration)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {CryptoConfiguration.class},
                (proxy, method, arguments) ->
                    values.getOrDefault(method.getName(), method.getDefaultValue())));
  }

  private void refused(String what) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, this::settings);
    assertTrue(refused.getMessage().contains(what), refused.getMessage());
  }

  @Test
  void files_asBefore_areTheDefault() {
    KeyFiles files = settings().files().orElseThrow();
    assertEquals(CustodyKind.FILE, settings().custody());
    assertEquals(Path.of("/keys/kiosk.key"), files.signing().key());
    assertTrue(files.passphrase().isEmpty());
    assertEquals(Path.of("/keys/zj-hz-000001.order-secret"), settings().orderSecretFile());
  }

  @Test
  void device_needsNoKeyFile() {
    values.put("custody", "skf");
    values.remove("keyFile");
    values.remove("certificateFile");
    assertTrue(settings().files().isEmpty());
    assertEquals(Path.of("/trust/zj-hz-000001.order-secret"), settings().orderSecretFile());
  }

  @Test
  void files_missing_areNamed() {
    values.remove("trustFile");
    refused("trustFile");
    values.put("custody", "tpm");
    refused("custody is file, pkcs11, skf or sdf");
  }

  @Test
  void machineFile_withoutPassphrase_isRefused() {
    values.put("machineFile", "/sys/class/dmi/id/product_uuid");
    refused("machineFile needs a passphraseFile");
    values.put("passphraseFile", "/keys/words");
    assertTrue(settings().files().orElseThrow().passphrase().orElseThrow().machine().isPresent());
  }

  /** C13 of the attack catalogue: a site that forbids software keys does not sign with one. */
  @Test
  void c13_softwareKeyThatIsForbidden_isNotOpened() {
    values.put("softwareKeyAllowed", false);
    notOpened();
    values.put("custody", "pkcs11");
    assertEquals(CustodyKind.PKCS11, settings().custody());
  }

  @Test
  void files_withoutNames_areNotOpened() {
    values.remove("certificateFile");
    notOpened();
  }

  private void notOpened() {
    CryptoException refused =
        assertThrows(CryptoException.class, () -> new Custodies(new SecureRandom()).of(settings()));
    assertEquals(CryptoFault.CUSTODY_ABSENT, refused.fault());
    assertTrue(refused.getMessage().contains("softwareKeyAllowed"), refused.getMessage());
    assertTrue(refused.getMessage().contains("certificateFile"), refused.getMessage());
  }
}
