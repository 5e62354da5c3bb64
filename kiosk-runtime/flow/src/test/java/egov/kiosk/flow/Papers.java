package egov.kiosk.flow;

import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.transaction.DeviceNeed;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.SheetTemplate;
import egov.kiosk.flow.desk.Ink;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Items with papers, signature and sheet, for tests. */
final class Papers {
  /** Two papers, both of which can wait, and a signature. */
  static final ServiceItem ITEM =
      item(
          "PAPERS",
          Set.of(),
          List.of(material("register", true, 2, true), material("photo", false, 1, false)),
          true,
          Optional.empty());

  /** One paper that must be photographed. */
  static final ServiceItem DEED =
      item("DEED", Set.of(), List.of(material("deed", true, 2, false)), false, Optional.empty());

  /** A question and a paper. */
  static final ServiceItem WITH_QUESTION =
      item(
          "ASKED",
          Set.of(),
          List.of(Samples.PHONE_QUESTION),
          List.of(material("deed", true, 2, false)),
          false,
          Optional.empty());

  /** A sheet to take along. */
  static final ServiceItem SHEET =
      item(
          "SHEET",
          Set.of(DeviceNeed.PAGE_PRINTER),
          List.of(),
          false,
          Optional.of(new SheetTemplate("承诺书", "标准县政务大厅", "只用于办这一件事")));

  private Papers() {}

  static Material material(String id, boolean required, int pages, boolean later) {
    return new Material(id, "材料" + id, "Paper", "", required, pages, later, Optional.empty());
  }

  /** Two strokes, 300 pixels in all. */
  static Ink ink() {
    return new Ink(
        968,
        420,
        List.of(
            new Ink.Stroke(List.of(new Ink.Point(10, 10, 0, 0), new Ink.Point(210, 10, 90, 500))),
            new Ink.Stroke(
                List.of(new Ink.Point(60, 60, 300, 1000), new Ink.Point(60, 160, 400, 0)))));
  }

  private static ServiceItem item(
      String code,
      Set<DeviceNeed> needs,
      List<Material> materials,
      boolean signed,
      Optional<SheetTemplate> copy) {
    return item(code, needs, List.of(), materials, signed, copy);
  }

  private static ServiceItem item(
      String code,
      Set<DeviceNeed> needs,
      List<FormQuestion> questions,
      List<Material> materials,
      boolean signed,
      Optional<SheetTemplate> copy) {
    return new ServiceItem(
        code,
        "2026.11.1",
        "事项" + code,
        "Item",
        "一行",
        "3个工作日",
        OfflineClass.QUEUE_OK,
        IdentityLevel.NONE,
        needs,
        List.of(),
        questions,
        Optional.empty(),
        false,
        materials,
        signed,
        copy);
  }
}
