package egov.kiosk.conformance;

import egov.kiosk.domain.device.Cabinet;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.CodeScanner;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DocumentCamera;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.SocialCardReader;
import egov.kiosk.domain.print.PagePrinter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Which examination a device is given: that of its port. */
public final class Exams {
  private Exams() {}

  /** The examination of identity card readers. */
  public static Exam<IdCardReader> idCardReader() {
    return ReaderChecks.exam();
  }

  /** The examination of receipt printers. */
  public static Exam<Printer> printer() {
    return PrinterChecks.exam();
  }

  /** The examination of cameras. */
  public static Exam<Camera> camera() {
    return CameraChecks.exam();
  }

  /** The examination of page printers. */
  public static Exam<PagePrinter> pagePrinter() {
    return PagePrinterChecks.exam();
  }

  /** The examination of readers of social security cards. */
  public static Exam<SocialCardReader> socialCardReader() {
    return SocialCardChecks.exam();
  }

  /** The examination of code scanners. */
  public static Exam<CodeScanner> codeScanner() {
    return ScannerChecks.exam();
  }

  /** The examination of cabinets. */
  public static Exam<Cabinet> cabinet() {
    return CabinetChecks.exam();
  }

  /** The examination of document cameras. */
  public static Exam<DocumentCamera> documentCamera() {
    return DocumentCameraChecks.exam();
  }

  /**
   * Examines a device by the port it has.
   *
   * @return empty when no examination is known for it
   */
  public static Optional<List<Result>> run(Device device, Hand hand, Consumer<Result> seen)
      throws InterruptedException {
    if (device instanceof IdCardReader reader) {
      return Optional.of(idCardReader().run(reader, hand, seen));
    }
    if (device instanceof Printer printer) {
      return Optional.of(printer().run(printer, hand, seen));
    }
    if (device instanceof Camera camera) {
      return Optional.of(camera().run(camera, hand, seen));
    }
    if (device instanceof PagePrinter printer) {
      return Optional.of(pagePrinter().run(printer, hand, seen));
    }
    if (device instanceof SocialCardReader reader) {
      return Optional.of(socialCardReader().run(reader, hand, seen));
    }
    if (device instanceof CodeScanner scanner) {
      return Optional.of(codeScanner().run(scanner, hand, seen));
    }
    if (device instanceof Cabinet cabinet) {
      return Optional.of(cabinet().run(cabinet, hand, seen));
    }
    if (device instanceof DocumentCamera camera) {
      return Optional.of(documentCamera().run(camera, hand, seen));
    }
    return Optional.empty();
  }
}
