package egov.kiosk.custody.component;

import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.custody.pkcs11.CipherForm;
import egov.kiosk.custody.pkcs11.Pkcs11Driver;
import egov.kiosk.custody.pkcs11.Pkcs11Settings;
import egov.kiosk.custody.sdf.SdfDriver;
import egov.kiosk.custody.sdf.SdfSettings;
import egov.kiosk.custody.skf.SkfDecrypt;
import egov.kiosk.custody.skf.SkfDriver;
import egov.kiosk.custody.skf.SkfSettings;
import egov.kiosk.custody.token.Certificates;
import egov.kiosk.custody.token.KeyUse;
import egov.kiosk.custody.token.TokenDriver;
import egov.kiosk.custody.token.TokenOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The configuration as values.
 *
 * @param driver how to reach the device
 * @param options what all devices are configured with
 */
record CustodySettings(TokenDriver driver, TokenOptions options) {

  static CustodySettings of(CustodyConfiguration configuration) {
    Path pinFile = file("pinFile", configuration.pinFile());
    Path refusedFile =
        configuration.refusedFile().isBlank()
            ? pinFile.resolveSibling(pinFile.getFileName() + ".refused")
            : Path.of(configuration.refusedFile());
    return new CustodySettings(
        driver(configuration),
        new TokenOptions(
            new Certificates(certificates(configuration)),
            pinFile,
            refusedFile,
            Duration.ofMillis(configuration.timeoutMillis())));
  }

  private static TokenDriver driver(CustodyConfiguration configuration) {
    Path library = file("library", configuration.library());
    CustodyKind kind =
        CustodyKind.of(configuration.kind())
            .orElseThrow(() -> new IllegalArgumentException(kindAdvice()));
    return switch (kind) {
      case PKCS11 -> new Pkcs11Driver(pkcs11(library, configuration));
      case SKF ->
          new SkfDriver(
              new SkfSettings(
                  library,
                  configuration.device(),
                  configuration.skfApplication(),
                  configuration.skfContainer(),
                  SkfDecrypt.valueOf(constant(configuration.skfDecrypt()))));
      case SDF -> {
        file("signingCertificateFile", configuration.signingCertificateFile());
        yield new SdfDriver(
            new SdfSettings(
                library, configuration.sdfKeyIndex(), configuration.sdfWithAlgorithm()));
      }
      case FILE -> throw new IllegalArgumentException(kindAdvice());
    };
  }

  private static Pkcs11Settings pkcs11(Path library, CustodyConfiguration configuration) {
    return new Pkcs11Settings(
        library,
        configuration.device(),
        configuration.pkcs11SignLabel(),
        configuration.pkcs11EncryptLabel(),
        mechanism("pkcs11SignMechanism", configuration.pkcs11SignMechanism()),
        configuration.pkcs11SignsMessage(),
        mechanism("pkcs11DecryptMechanism", configuration.pkcs11DecryptMechanism()),
        CipherForm.valueOf(constant(configuration.pkcs11CipherForm())),
        mechanism("pkcs11GenerateMechanism", configuration.pkcs11GenerateMechanism()));
  }

  private static Map<KeyUse, Path> certificates(CustodyConfiguration configuration) {
    Map<KeyUse, Path> files = new EnumMap<>(KeyUse.class);
    if (!configuration.signingCertificateFile().isBlank()) {
      files.put(KeyUse.SIGN, Path.of(configuration.signingCertificateFile()));
    }
    if (!configuration.encryptionCertificateFile().isBlank()) {
      files.put(KeyUse.ENCRYPT, Path.of(configuration.encryptionCertificateFile()));
    }
    return files;
  }

  private static long mechanism(String key, String number) {
    if (number.isBlank()) {
      return 0;
    }
    try {
      return Long.parseLong(number.strip().replaceFirst("^0[xX]", ""), 16);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "custody: " + key + " is a hexadecimal number such as 0x80008100", e);
    }
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String kindAdvice() {
    return "custody: kind is pkcs11, skf or sdf; keys in files need no component custody";
  }

  private static Path file(String key, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("custody: " + key + " names a file");
    }
    return Path.of(value);
  }
}
