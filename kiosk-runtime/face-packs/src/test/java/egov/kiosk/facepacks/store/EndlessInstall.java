package egov.kiosk.facepacks.store;

import java.nio.file.Path;

/** Installs ever newer packs and puts each in service, until it is killed. */
final class EndlessInstall {
  private EndlessInstall() {}

  public static void main(String[] arguments) throws Exception {
    PackStore store = PackStore.open(Path.of(arguments[0]), SmallPack.TRUSTING);
    for (int i = 0; ; i++) {
      String version = arguments[2] + "." + i;
      store.install(new SmallPack(version).folder(Path.of(arguments[1])));
      store.switchTo("faceplugin-" + version);
      System.out.println("installed");
      System.out.flush();
    }
  }
}
