package egov.kiosk.flow;

import egov.kiosk.domain.transaction.Material;
import egov.kiosk.flow.desk.MaterialsView;
import egov.kiosk.flow.desk.SessionView;
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
        PhoneStep.possible(ports));
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
  static List<SessionView.ReviewRow> review(Session session) {
    List<SessionView.ReviewRow> rows = new ArrayList<>();
    for (Material material : session.item().materials()) {
      rows.add(
          new SessionView.ReviewRow(
              material.id(), material.label(), state(session, material), true));
    }
    return rows;
  }

  /** What became of a paper, in words. */
  static String state(Session session, Material material) {
    int pages = session.dossier().folder().of(material).size();
    if (session.dossier().retrieved().spares(material)) {
      return "用电子证照";
    }
    return session.dossier().folder().isLater(material)
        ? "回头带到窗口"
        : pages == 0 ? "没有交" : "已拍" + pages + "张";
  }
}
