/** The administration of the whole site. */
export const AdminPage = () => <h1>{document.title}</h1>;
