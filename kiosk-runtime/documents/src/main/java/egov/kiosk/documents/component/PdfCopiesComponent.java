package egov.kiosk.documents.component;

import egov.kiosk.documents.page.CertificateTemplate;
import egov.kiosk.documents.page.SealSize;
import egov.kiosk.documents.pdf.GlyphPaths;
import egov.kiosk.documents.pdf.PdfPages;
import egov.kiosk.domain.document.CertificateCopy;
import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.document.PrintableCopies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Offers copies as PDF, with Debian's Chinese font and those for rare characters. */
@Component(name = "pdf-copies", configurationPid = "documents", service = PrintableCopies.class)
public final class PdfCopiesComponent implements PrintableCopies {
  private static final Path ORDINARY =
      Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");

  /** Where the seal would stand, so that both forms have the same pages. */
  private static final SealSize ROOM = new SealSize(40_000, 40_000);

  private final GlyphPaths glyphs;

  /** Opens nothing yet. */
  @Activate
  public PdfCopiesComponent(DocumentsConfiguration configuration) {
    List<Path> fonts = new ArrayList<>(List.of(ORDINARY));
    fonts.addAll(DocumentsSettings.of(configuration).rareFonts());
    glyphs = new GlyphPaths(fonts);
  }

  @Override
  public byte[] pdf(CertificateCopy copy) throws DocumentException {
    return PdfPages.of(CertificateTemplate.set(copy, ROOM), glyphs);
  }
}
