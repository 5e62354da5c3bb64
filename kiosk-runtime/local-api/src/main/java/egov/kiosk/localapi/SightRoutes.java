package egov.kiosk.localapi;

import egov.kiosk.domain.device.PageOutline;
import egov.kiosk.flow.desk.CitizenDesk;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.SessionView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a screen looks at in a session: live pictures, photographed pages, the code to scan. */
final class SightRoutes {
  private static final Pattern PART =
      Pattern.compile("/api/sessions/([0-9a-f]{32})/([a-z.-]{1,32})");
  private static final Pattern PAGE =
      Pattern.compile("/api/sessions/([0-9a-f]{32})/pages/([0-9a-f]{16})[.]jpg");

  private final Later<ApiJson> json;
  private final Function<Refusal, Answer> refuse;

  SightRoutes(Later<ApiJson> json, Function<Refusal, Answer> refuse) {
    this.json = json;
    this.refuse = refuse;
  }

  Answer get(CitizenDesk desk, String path) throws DeskException {
    Matcher page = PAGE.matcher(path);
    if (page.matches()) {
      return jpeg(desk.page(page.group(1), page.group(2)));
    }
    Matcher part = PART.matcher(path);
    if (!part.matches()) {
      return refuse.apply(Refusal.NOT_FOUND);
    }
    return switch (part.group(2)) {
      case "preview.jpg" -> jpeg(desk.preview(part.group(1)));
      case "outline" -> outline(desk.outline(part.group(1)));
      case "qr.svg" -> qr(desk.view(part.group(1)));
      default -> refuse.apply(Refusal.NOT_FOUND);
    };
  }

  private Answer jpeg(Optional<byte[]> picture) {
    return picture
        .map(bytes -> new Answer(200, "image/jpeg", bytes))
        .orElseGet(() -> refuse.apply(Refusal.NOT_FOUND));
  }

  /** Corners as shares of the picture's width and height; none when no paper is seen. */
  private Answer outline(Optional<PageOutline> seen) {
    List<List<Double>> corners =
        seen.map(PageOutline::corners).orElse(List.of()).stream()
            .map(corner -> List.of(corner.x(), corner.y()))
            .toList();
    return Answer.json(json.get().object(Map.of("corners", corners)));
  }

  private Answer qr(SessionView view) {
    if (view.handover() != null && !view.handover().url().isEmpty()) {
      return new Answer(200, "image/svg+xml", QrSvg.of(view.handover().url()));
    }
    return view.accepted() == null || view.accepted().qr() == null
        ? refuse.apply(Refusal.NOT_FOUND)
        : new Answer(200, "image/svg+xml", QrSvg.of(view.accepted().qr()));
  }
}
