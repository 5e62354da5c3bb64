package egov.kiosk.facepacks.tool;

import egov.kiosk.facepacks.store.PackStore;
import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.OperatingPoint;
import egov.kiosk.identity.pack.PackPlace.InService;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** The packs of a store, for a technician. */
record PackList(PackStore store) {
  void print(PrintWriter out) throws FacePackException, IOException {
    Optional<InService> now = store.inService();
    for (String name : store.names()) {
      String state =
          now.filter(in -> in.current().equals(name)).isPresent()
              ? "in service"
              : now.flatMap(InService::previous).filter(name::equals).isPresent()
                  ? "the one before"
                  : "installed";
      out.println(name + "  " + state);
      describe(name, out);
    }
    if (store.names().isEmpty()) {
      out.println("no face pack is installed; kiosk face pack install DIR");
    }
  }

  private void describe(String name, PrintWriter out) throws IOException {
    try {
      FacePack pack = store.read(name);
      out.println("  " + pack.believed());
      out.println("  licence: " + pack.manifest().licence());
      out.println("  source: " + pack.manifest().source());
      for (OperatingPoint point : pack.manifest().points()) {
        out.println(
            String.format(
                Locale.ROOT,
                "  %s at FAR %.0e from %.4f, %d pairs, %s",
                point.portrait().name().toLowerCase(Locale.ROOT),
                point.far(),
                point.threshold(),
                point.pairs(),
                point.measuredOn()));
      }
    } catch (FacePackException e) {
      out.println("  REFUSED: " + e.getMessage());
    }
  }
}
