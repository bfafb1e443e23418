package io.shelfcast.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A UBJSON object whose fields are asked for by type; a missing or wrong one is a refusal. */
final class UbjObject {
  private final String path;
  private final Map<String, Object> fields;

  UbjObject(String path, Map<String, Object> fields) {
    this.path = path;
    this.fields = fields;
  }

  UbjObject object(String name) throws RefusedBundle {
    return new UbjObject(pathOf(name), field(name, UbjObject.class, "object").fields);
  }

  List<UbjObject> objects(String name) throws RefusedBundle {
    List<UbjObject> objects = new ArrayList<>();
    for (Object element : field(name, List.class, "list of objects")) {
      if (!(element instanceof UbjObject)) {
        throw missing(name, "list of objects");
      }
      objects.add(new UbjObject(pathOf(name), ((UbjObject) element).fields));
    }
    return objects;
  }

  String text(String name) throws RefusedBundle {
    return field(name, String.class, "text");
  }

  float[] floats(String name) throws RefusedBundle {
    return field(name, float[].class, "list of floats");
  }

  /** Whole numbers, which xgboost writes as a typed array or one by one. */
  int[] wholes(String name) throws RefusedBundle {
    if (fields.get(name) instanceof int[]) {
      return (int[]) fields.get(name);
    }
    List<?> list = field(name, List.class, "list of whole numbers");
    int[] wholes = new int[list.size()];
    for (int i = 0; i < wholes.length; i++) {
      if (!(list.get(i) instanceof Integer)) {
        throw missing(name, "list of whole numbers");
      }
      wholes[i] = (Integer) list.get(i);
    }
    return wholes;
  }

  /** A count, which xgboost writes as text. */
  int count(String name) throws RefusedBundle {
    String text = text(name);
    if (!text.matches("[0-9]{1,9}")) {
      throw missing(name, "count");
    }
    return Integer.parseInt(text);
  }

  private <T> T field(String name, Class<T> type, String typeName) throws RefusedBundle {
    Object value = fields.get(name);
    if (!type.isInstance(value)) {
      throw missing(name, typeName);
    }
    return type.cast(value);
  }

  private RefusedBundle missing(String name, String typeName) {
    return new RefusedBundle("The model file has no " + typeName + " '" + pathOf(name) + "'.");
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
