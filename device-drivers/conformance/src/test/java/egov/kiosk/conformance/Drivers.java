package egov.kiosk.conformance;

import egov.kiosk.cabinet.CabinetProfile;
import egov.kiosk.cabinet.CabinetSettings;
import egov.kiosk.cabinet.RelayCabinet;
import egov.kiosk.codescanner.CodeScannerSettings;
import egov.kiosk.codescanner.SerialCodeScanner;
import egov.kiosk.codescanner.code.Alphabet;
import egov.kiosk.codescanner.code.CodeRule;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.Lamp;
import egov.kiosk.idcardreader.ReaderSettings;
import egov.kiosk.idcardreader.SdtIdCardReader;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.LinkOpener;
import egov.kiosk.printer.EscPosPrinter;
import egov.kiosk.printer.PrinterSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The drivers of the house at the end of any link, as the tests of the kit configure them. */
final class Drivers {
  private Drivers() {}

  static SdtIdCardReader idCardReader(String line, LinkOpener opener) {
    return new SdtIdCardReader(ReaderSettings.of(line, 115_200), opener, InstantSource.system());
  }

  static EscPosPrinter printer(LinkOpener opener) {
    return new EscPosPrinter(
        PrinterSettings.of("tcp://127.0.0.1:9100"), opener, InstantSource.system());
  }

  static SerialCodeScanner codeScanner(LinkOpener opener) {
    return new SerialCodeScanner(
        scanner("/dev/not-opened", Duration.ofSeconds(2)), opener, InstantSource.system());
  }

  static CodeScannerSettings scanner(String line, Duration life) {
    CodeRule rule = new CodeRule(16, 512, Alphabet.ALPHANUMERIC);
    return new CodeScannerSettings(
        new LinkAddress.Serial(line, 9_600),
        true,
        Arrays.stream(CodeKind.values()).collect(Collectors.toMap(kind -> kind, kind -> rule)),
        life);
  }

  static RelayCabinet cabinet(LinkOpener opener) {
    return new RelayCabinet(cabinet("/dev/not-opened"), opener, InstantSource.system());
  }

  static CabinetSettings cabinet(String line) {
    return new CabinetSettings(
        new LinkAddress.Serial(line, 9_600),
        1,
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        new CabinetProfile(0, 1, 2, 3, Set.of(), Map.of(Lamp.CARD, 0, Lamp.HELP, 5), Map.of()));
  }

  /** The driver a capture was made with. */
  static Device of(String name, LinkOpener opener) {
    return switch (name) {
      case SdtIdCardReader.NAME -> idCardReader("/dev/not-opened", opener);
      case EscPosPrinter.NAME -> printer(opener);
      case SerialCodeScanner.NAME -> codeScanner(opener);
      case RelayCabinet.NAME -> cabinet(opener);
      default -> throw new IllegalArgumentException("no driver for " + name);
    };
  }
}
