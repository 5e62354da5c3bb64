package egov.kiosk.fieldwork;

import egov.kiosk.domain.envelope.Sm3Digest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a resident is asked to agree to, word for word; the version changes with it. */
final class Wording {
  /** Which edition of the text this is. */
  static final String VERSION = "grid-visit-1";

  /** Read out or shown to the resident before anything about them is kept. */
  static final String TEXT =
      "社区要登记您家的住址和家里人的姓名、证号、电话，用来上门服务和紧急联系。" + "只给街道和社区的工作人员看。您可以不同意，不影响办事。您同意吗？";

  private Wording() {}

  /** SM3 of the text, as a consent names it. */
  static String sm3(Sm3Digest digest) {
    return HexFormat.of().formatHex(digest.of(TEXT.getBytes(StandardCharsets.UTF_8)));
  }
}
