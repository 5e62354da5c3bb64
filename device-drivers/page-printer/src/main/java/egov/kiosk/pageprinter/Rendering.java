package egov.kiosk.pageprinter;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.GrayPage;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.pageprinter.ipp.PrinterSays;
import egov.kiosk.pageprinter.raster.PicturePdf;
import egov.kiosk.pageprinter.raster.PwgRaster;
import egov.kiosk.pageprinter.raster.SheetDrawing;
import java.util.List;

/**
 * A document in a format the printer takes.
 *
 * @param format its MIME type
 * @param bytes the file
 */
record Rendering(String format, byte[] bytes) {
  private static final String PDF = "application/pdf";
  private static final String RASTER = "image/pwg-raster";

  static Rendering of(PageDocument document, PrinterSays printer) throws DeviceException {
    if (document instanceof PageDocument.Pdf pdf) {
      if (printer.formats().contains(PDF)) {
        return new Rendering(PDF, pdf.bytes());
      }
      throw refused("the printer takes no PDF; have the document drawn, or replace the printer");
    }
    List<GrayPage> pages =
        document instanceof PageDocument.Pictures pictures
            ? pictures.sheets()
            : List.of(drawn((PageDocument.Sheet) document, printer.resolution()));
    if (printer.formats().contains(RASTER)) {
      return new Rendering(RASTER, PwgRaster.of(pages));
    }
    if (printer.formats().contains(PDF)) {
      return new Rendering(PDF, PicturePdf.of(pages));
    }
    throw refused("the printer takes neither PWG raster nor PDF; replace it");
  }

  private static GrayPage drawn(PageDocument.Sheet sheet, int resolution) throws DeviceException {
    try {
      return SheetDrawing.draw(sheet.slip(), resolution);
    } catch (IllegalArgumentException e) {
      throw refused("the sheet could not be drawn: " + e.getMessage());
    }
  }

  private static DeviceException refused(String what) {
    return new DeviceException(FaultCode.PRINTER_ERROR, IppPagePrinter.NAME, what);
  }
}
