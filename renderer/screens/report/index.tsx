export function NewReport() {
  return null;
}
