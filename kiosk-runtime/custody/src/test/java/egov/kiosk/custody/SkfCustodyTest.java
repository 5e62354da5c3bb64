package egov.kiosk.custody;

import static egov.kiosk.crypto.CryptoFault.DEVICE_ABSENT;
import static egov.kiosk.crypto.CryptoFault.DEVICE_LOCKED;
import static egov.kiosk.crypto.CryptoFault.KEY_ABSENT;
import static egov.kiosk.crypto.CryptoFault.PIN_WITHHELD;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.CustodyState;
import egov.kiosk.crypto.custody.OpeningKey;
import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.custody.skf.SkfDecrypt;
import egov.kiosk.custody.skf.SkfDriver;
import egov.kiosk.custody.skf.SkfSettings;
import egov.kiosk.custody.token.TokenCustody;
import egov.kiosk.custody.token.TokenDriver;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SkfCustodyTest extends DeviceContract {
  private String name = "TestKey";
  private String application = "KIOSK";
  private String container = "kiosk";
  private SkfDecrypt decrypt = SkfDecrypt.ECC_PRV_KEY_DECRYPT;

  @Override
  CustodyKind kind() {
    return CustodyKind.SKF;
  }

  @Override
  TokenDriver driver(Path library) {
    return new SkfDriver(new SkfSettings(library, name, application, container, decrypt));
  }

  @Override
  boolean tellsTries() {
    return true;
  }

  @Test
  void fewTriesLeft_noneIsSpent() throws Exception {
    for (int left = 2; left > 0; left--) {
      device.tries(left);
      refused(PIN_WITHHELD, () -> custody().signing());
    }
    device.tries(3);
    custody().signing();
    assertEquals(1, device.presented());
  }

  @Test
  void locked_isSaidAndShownNothing() throws Exception {
    device.tries(0);
    TokenCustody custody = custody();
    refused(DEVICE_LOCKED, custody::signing);
    assertEquals(CustodyState.LOCKED, custody.report(Duration.ofSeconds(20)).state());
    assertEquals(0, device.presented());
  }

  @Test
  void open_withTheOtherConvention_asItWas() throws Exception {
    decrypt = SkfDecrypt.ECC_DECRYPT_WITH_FLAG;
    OpeningKey key = custody().opening();
    byte[] plain = {1, 2, 3};
    assertArrayEquals(
        plain,
        key.open(Sm2Encryption.encrypt(key.certificate().publicKey(), plain, new SecureRandom())));
  }

  @Test
  void open_deviceThatOnlySigns_isSaid() throws Exception {
    decrypt = SkfDecrypt.NONE;
    OpeningKey key = custody().opening();
    byte[] sealed =
        Sm2Encryption.encrypt(key.certificate().publicKey(), new byte[1], new SecureRandom());
    refused(KEY_ABSENT, () -> key.open(sealed));
  }

  @Test
  void names_thatAreNotThere_areSaidOneByOne() throws Exception {
    application = "OTHER";
    expectNamed("application OTHER");
    application = "KIOSK";
    container = "other";
    expectNamed("container other");
    container = "kiosk";
    name = "OtherKey";
    refused(DEVICE_ABSENT, () -> custody().signing());
    name = "";
    custody().signing();
    assertEquals(1, device.presented());
  }

  private void expectNamed(String what) {
    CryptoException refused = refused(KEY_ABSENT, () -> custody().signing());
    assertTrue(refused.getMessage().contains(what), refused.getMessage());
  }
}
