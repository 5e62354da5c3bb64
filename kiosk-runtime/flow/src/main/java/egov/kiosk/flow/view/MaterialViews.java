package egov.kiosk.flow.view;

import egov.kiosk.domain.citizen.ShownLanguage;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.flow.desk.MaterialsView;
import egov.kiosk.flow.desk.ReviewRow;
import egov.kiosk.flow.session.Folder;
import egov.kiosk.flow.session.Retrieved;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.Shot;
import egov.kiosk.flow.surroundings.Ports;
import java.util.ArrayList;
import java.util.List;

/** Draws the papers of a session. Stateless. */
final class MaterialViews {
  private MaterialViews() {}

  static MaterialsView page(Session session, Ports ports) {
    Folder folder = session.dossier().folder();
    List<MaterialsView.Wanted> list = new ArrayList<>();
    for (Material material : session.item().materials()) {
      list.add(
          new MaterialsView.Wanted(
              material.id(),
              material.label(),
              material.labelEnglish(),
              material.hint(),
              material.hintEnglish(),
              material.required(),
              material.maxPages(),
              material.later(),
              folder.isLater(material),
              folder.of(material).stream().map(Shot::key).toList(),
              licence(session, material)));
    }
    return new MaterialsView(
        session.documents(),
        list,
        folder
            .fresh()
            .map(shot -> new MaterialsView.Shot(shot.key(), shot.material(), shot.page().flaws()))
            .orElse(null),
        folder.room(),
        ports.canAsk());
  }

  private static MaterialsView.LicenceView licence(Session session, Material material) {
    Retrieved retrieved = session.dossier().retrieved();
    return retrieved
        .licence(material)
        .map(
            found ->
                new MaterialsView.LicenceView(
                    found.name(),
                    Masks.of(found.number()),
                    found.validUntil(),
                    retrieved.spares(material)))
        .orElse(null);
  }

  /** A row a paper, for the last look. */
  static List<ReviewRow> review(Session session) {
    List<ReviewRow> rows = new ArrayList<>();
    for (Material material : session.item().materials()) {
      rows.add(
          new ReviewRow(
              material.id(),
              material.label(),
              material.labelEnglish(),
              state(session, material, ShownLanguage.ZH),
              state(session, material, ShownLanguage.EN),
              true));
    }
    return rows;
  }

  /** What became of a paper, in words. */
  static String state(Session session, Material material, ShownLanguage language) {
    boolean english = language == ShownLanguage.EN;
    int pages = session.dossier().folder().of(material).size();
    if (session.dossier().retrieved().spares(material)) {
      return english ? "electronic licence used" : "用电子证照";
    }
    if (session.dossier().folder().isLater(material)) {
      return english ? "to be brought to the counter" : "回头带到窗口";
    }
    if (pages == 0) {
      return english ? "not given" : "没有交";
    }
    return english ? "pages photographed: " + pages : "已拍" + pages + "张";
  }
}
