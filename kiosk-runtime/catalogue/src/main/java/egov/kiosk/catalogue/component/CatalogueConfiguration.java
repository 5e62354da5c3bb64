package egov.kiosk.catalogue.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the catalogue. */
@ObjectClassDefinition(
    id = "catalogue",
    name = "Catalogue",
    description = "Service items as data files")
public @interface CatalogueConfiguration {
  @AttributeDefinition(
      name = "Directory",
      description =
          "Holds one *.json file for each service item; empty: the items that came in the program's"
              + " own package, where it has any",
      required = false)
  String directory() default "";

  @AttributeDefinition(
      name = "State directory",
      description = "Keeps the items the platform sent; empty means that none are taken",
      required = false)
  String stateDirectory() default "";
}
