package egov.kiosk.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.PrivateFile;
import egov.kiosk.custody.token.Certificates;
import egov.kiosk.custody.token.KeyUse;
import egov.kiosk.custody.token.TokenCustody;
import egov.kiosk.custody.token.TokenDriver;
import egov.kiosk.custody.token.TokenOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A test device with its keys, and custodies over it; each kind says how it is reached. */
abstract class DeviceFixture {
  static final byte[] MESSAGE = "办件正文".getBytes(StandardCharsets.UTF_8);
  static final Duration TIMEOUT = Duration.ofSeconds(20);

  @TempDir Path folder;
  TestDevice device;
  Path pinFile;
  private final List<TokenCustody> opened = new ArrayList<>();

  abstract CustodyKind kind();

  abstract TokenDriver driver(Path library);

  @BeforeEach
  void plugIn() throws Exception {
    device = new TestDevice(folder, kind().word());
    pinFile = folder.resolve("kiosk.pin");
    configurePin(TestDevice.PIN);
    PemFiles.writeCertificates(folder.resolve("sign.pem"), List.of(device.signing.certificate()));
    PemFiles.writeCertificates(folder.resolve("enc.pem"), List.of(device.encryption.certificate()));
  }

  @AfterEach
  void close() throws Exception {
    device.mend();
    opened.forEach(TokenCustody::close);
  }

  void configurePin(String pin) throws Exception {
    PrivateFile.replace(pinFile, (pin + "\n").getBytes(StandardCharsets.UTF_8));
  }

  TokenCustody custody() {
    return custody(TIMEOUT);
  }

  TokenCustody custody(Duration timeout) {
    TokenCustody custody =
        new TokenCustody(
            driver(device.library()),
            options(timeout),
            new SecureRandom(),
            InstantSource.fixed(TestDevice.NOW),
            System::nanoTime);
    opened.add(custody);
    return custody;
  }

  TokenOptions options() {
    return options(TIMEOUT);
  }

  private TokenOptions options(Duration timeout) {
    Map<KeyUse, Path> files =
        kind() == CustodyKind.SDF
            ? Map.of(
                KeyUse.SIGN, folder.resolve("sign.pem"), KeyUse.ENCRYPT, folder.resolve("enc.pem"))
            : Map.of();
    return new TokenOptions(
        new Certificates(files), pinFile, folder.resolve("kiosk.pin.refused"), timeout);
  }

  static CryptoException refused(CryptoFault fault, Executable call) {
    CryptoException refused = assertThrows(CryptoException.class, call);
    assertEquals(fault, refused.fault(), refused.getMessage());
    assertFalse(refused.getMessage().contains(TestDevice.PIN));
    return refused;
  }
}
