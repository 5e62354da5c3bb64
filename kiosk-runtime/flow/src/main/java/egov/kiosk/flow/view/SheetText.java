package egov.kiosk.flow.view;

import egov.kiosk.domain.citizen.Credential;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.device.Slip.Align;
import egov.kiosk.domain.device.Slip.Line;
import egov.kiosk.domain.device.Slip.Size;
import egov.kiosk.domain.device.Slip.Text;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.SheetTemplate;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.Signature;
import egov.kiosk.flow.surroundings.Settings;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sheet a citizen takes along: heading, who, every answer in full, how it was stood for, the
 * number and the day. In full, since it is the holder's own and is shown to others.
 */
public final class SheetText {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final Settings settings;

  public SheetText(Settings settings) {
    this.settings = settings;
  }

  /** The sheet of an accepted transaction whose item has one. */
  public Slip of(Session session) {
    SheetTemplate template = session.item().copy().orElseThrow();
    Optional<Credential> card = session.dossier().shown();
    List<Line> lines = new ArrayList<>();
    lines.add(new Slip.Space(2));
    lines.add(new Text(template.title(), Size.DOUBLE, Align.CENTRE));
    lines.add(new Slip.Space(1));
    lines.add(new Slip.Rule());
    card.ifPresent(
        read -> {
          lines.add(Text.of("姓名：" + read.name().value()));
          lines.add(Text.of("证号：" + read.number().value()));
        });
    for (FormQuestion question : session.item().questions()) {
      if (question.fromCard().isEmpty()) {
        String answer = session.dossier().answers().getOrDefault(question.id(), "");
        lines.add(Text.of(question.label() + "：" + FormViews.plain(question, answer)));
      }
    }
    lines.add(new Slip.Rule());
    session
        .dossier()
        .signature()
        .ifPresent(given -> lines.add(Text.of("本人声明：" + Signature.SENTENCE)));
    if (!template.note().isEmpty()) {
      lines.add(Text.of(template.note()));
    }
    lines.add(Text.of("编号：" + session.acceptance().shownNumber()));
    lines.add(
        Text.of("日期：" + DAY.format(session.acceptance().acceptedAt().atZone(settings.zone()))));
    lines.add(Text.of("出具：" + template.issuer()));
    lines.add(Text.of("打印地点：" + settings.site()));
    return new Slip(lines);
  }
}
