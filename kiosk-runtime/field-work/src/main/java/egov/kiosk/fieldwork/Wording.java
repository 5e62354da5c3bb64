package egov.kiosk.fieldwork;

import egov.kiosk.domain.transaction.ConsentText;
import java.nio.charset.StandardCharsets;

/**
 * What a resident is asked to agree to, word for word.
 *
 * @param version which edition of the text this is; it changes with the text
 * @param text read out or shown before anything is handed in
 */
record Wording(String version, String text, byte[] shown) {
  /** The one of visits, and of forms that bring none of their own. */
  static final Wording OWN =
      of(
          "grid-visit-1",
          "社区要登记您家的住址和家里人的姓名、证号、电话，用来上门服务和紧急联系。" + "只给街道和社区的工作人员看。您可以不同意，不影响办事。您同意吗？");

  private static Wording of(String version, String text) {
    return new Wording(version, text, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The one a form of the catalogue brings. */
  static Wording of(ConsentText asked) {
    String text =
        String.join(
            "\n",
            asked.title(),
            "用到：" + String.join("、", asked.uses()),
            "给谁：" + asked.givenTo(),
            asked.text());
    return new Wording(asked.version(), text, asked.shownBytes());
  }
}
