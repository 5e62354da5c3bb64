package egov.kiosk.bench.identity.attack;

import egov.kiosk.bench.identity.Lab;
import egov.kiosk.domain.citizen.Portrait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Presentations for whoever measures something else with them. */
public final class Presentations {
  private Presentations() {}

  /** Somebody before the camera, and that person's card. */
  public record Presentation(Presenter presenter, Portrait card) {}

  /** Living people. */
  public static List<Presentation> living(Lab lab, Path faces, int people, Duration frame)
      throws Exception {
    List<Subject> cast = Cast.ofPictures(lab, faces, people);
    List<Presentation> all = new ArrayList<>();
    Workshop workshop = new Workshop();
    for (Subject subject : cast) {
      Presenter presenter =
          new Presenter(
              workshop,
              Species.BONA_FIDE,
              subject,
              Hall.of(subject.picture()),
              frame,
              Raster.EITHER,
              Pace.virtual(),
              new Random(all.size()));
      all.add(new Presentation(presenter, Lab.portrait(subject.card())));
    }
    return all;
  }
}
